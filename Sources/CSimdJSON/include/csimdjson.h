#ifndef CSIMDJSON_H
#define CSIMDJSON_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The deepest nesting of arrays and objects that is read.
enum { CSIMDJSON_DEPTH_LIMIT = 1024 };

/// A parser and the one document that it holds.
typedef struct CSimdJSON CSimdJSON;

/// The bytes of a string inside a document; valid until the next parse.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
} CSimdJSONString;

/// Returns NULL when there is no memory.
CSimdJSON *_Nullable csimdjson_make(void);
void csimdjson_free(CSimdJSON *_Nonnull json);

/// Parses the one value in text[begin..<end]; text has `count` bytes and is not read after the
/// call. Returns NULL, or says in English why not. Fails on lone surrogate escapes and on integers
/// that do not fit 64 bits.
const char *_Nullable csimdjson_parse(CSimdJSON *_Nonnull json, const uint8_t *_Nullable text,
                                      size_t count, size_t begin, size_t end);

// A value is named by its index on simdjson's tape; the root is 1.

/// One of { [ " l (int64) u (uint64) d (double) t f n; closing brackets end a list.
uint8_t csimdjson_tag(const CSimdJSON *_Nonnull json, size_t index);
/// The index of what follows a value, with all that is inside it.
size_t csimdjson_next(const CSimdJSON *_Nonnull json, size_t index);
/// The value of the first member of that name of the object at `index`, or 0.
size_t csimdjson_find(const CSimdJSON *_Nonnull json, size_t index, const uint8_t *_Nullable key,
                      size_t count);
/// Whether an object in the value at `index` names a key twice; of objects in each other, the first
/// `depth` are looked at. Where an object's own keys are all different, finding them is faster from
/// then on.
bool csimdjson_has_repeated_key(CSimdJSON *_Nonnull json, size_t index, uint32_t depth);
CSimdJSONString csimdjson_string(const CSimdJSON *_Nonnull json, size_t index);
int64_t csimdjson_int64(const CSimdJSON *_Nonnull json, size_t index);
uint64_t csimdjson_uint64(const CSimdJSON *_Nonnull json, size_t index);
double csimdjson_double(const CSimdJSON *_Nonnull json, size_t index);

// The outer shape of text, without a parser.

/// The offset of the first byte at or after `at` that is no JSON white space.
size_t csimdjson_skip_space(const uint8_t *_Nullable text, size_t count, size_t at);
/// The offset after the value that starts at `at`, or SIZE_MAX when it does not end or is no value
/// at all. Finds the closing quote or bracket; what is between is not checked.
size_t csimdjson_skip_value(const uint8_t *_Nullable text, size_t count, size_t at);

/// How far an array or object was passed over in parts; it starts as {offset of its bracket}.
typedef struct {
  size_t offset;
  size_t depth;
  uint64_t inside_string;
  uint64_t first_is_escaped;
} CSimdJSONSkip;

/// Passes over a part of the array or object, up to `limit` or a little further: returns the offset
/// after it when it ended, else SIZE_MAX. It has no end when skip->offset has reached `count` or
/// did not move.
size_t csimdjson_skip_part(const uint8_t *_Nullable text, size_t count, size_t limit,
                           CSimdJSONSkip *_Nonnull skip);

#ifdef __cplusplus
}
#endif
#endif
