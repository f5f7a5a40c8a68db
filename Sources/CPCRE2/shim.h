// PCRE2 with 8-bit code units: use the `_8` names from Swift.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/// PCRE2_UNSET is a macro with a cast, which Swift does not import.
static const size_t PORTCULLIS_PCRE2_UNSET = PCRE2_UNSET;
