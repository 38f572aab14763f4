private import CPangoCairo
