// PCRE2 with 8-bit code units: use the `_8` names from Swift.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/// Whether an offset of the ovector is PCRE2_UNSET, a macro with a cast that Swift cannot import.
static inline int portcullis_pcre2_is_unset(size_t offset) { return offset == PCRE2_UNSET; }
