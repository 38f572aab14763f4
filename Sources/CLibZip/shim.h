// libzip as LibZip sees it. SwiftPM does not notice an edit of this file: build clean after one.
#ifndef CLIBZIP_SHIM_H
#define CLIBZIP_SHIM_H

#include <zip.h>

#endif
