// libqrencode as LibQR sees it. SwiftPM does not notice an edit of this file: build clean after one.
#ifndef CQRENCODE_SHIM_H
#define CQRENCODE_SHIM_H

#include <qrencode.h>

#endif
