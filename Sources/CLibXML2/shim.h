// libxml2 as LibXML sees it. SwiftPM does not notice an edit of this file: build clean after one.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// With ICU declared here and in Foundation, Swift 6.3 refuses both ("UErrorCode has different definitions").
#undef LIBXML_ICU_ENABLED

#include <iconv.h>
#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

// xmlStructuredErrorFunc takes a const error from 2.12 on only. Handlers are written for the const form; these
// functions convert, so that the same Swift compiles against either.
typedef void (*clibxml2_error_handler)(void *context, const xmlError *error);

static inline void clibxml2_sax_on_error(xmlSAXHandler *sax, clibxml2_error_handler handler) {
  sax->serror = (xmlStructuredErrorFunc)handler;
}

static inline void clibxml2_schema_parser_on_error(
    xmlSchemaParserCtxtPtr parser, clibxml2_error_handler handler, void *context) {
  xmlSchemaSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)handler, context);
}

static inline void clibxml2_validator_on_error(
    xmlSchemaValidCtxtPtr validator, clibxml2_error_handler handler, void *context) {
  xmlSchemaSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)handler, context);
}

#endif
