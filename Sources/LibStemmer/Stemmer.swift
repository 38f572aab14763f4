private import CStemmer
