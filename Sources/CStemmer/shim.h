// The Snowball stemmers as LibStemmer sees them. SwiftPM does not notice an edit of this file: build clean after one.
#ifndef CSTEMMER_SHIM_H
#define CSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
