// Pango and cairo as LibPDF sees them. SwiftPM does not notice an edit of this file: build clean after one.
#ifndef CPANGOCAIRO_SHIM_H
#define CPANGOCAIRO_SHIM_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#endif
