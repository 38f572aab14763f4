// libxlsxwriter as LibXLSX sees it. SwiftPM does not notice an edit of this file: build clean after one.
#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
