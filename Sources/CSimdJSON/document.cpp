#include "csimdjson.h"
#include <cstring>
#include <memory>
#include <new>
#include <simdjson.h>

struct CSimdJSON {
  simdjson::dom::parser parser;
  std::unique_ptr<uint8_t[]> padded;
  size_t padded_capacity = 0;

  // simdjson reads up to SIMDJSON_PADDING bytes past a value: in place where the text goes on, else
  // in a copy.
  const uint8_t *with_padding(const uint8_t *text, size_t count, size_t begin, size_t end) {
    if (count - end >= simdjson::SIMDJSON_PADDING) return text + begin;
    size_t length = end - begin;
    if (padded_capacity < length + simdjson::SIMDJSON_PADDING) {
      size_t capacity = length + length / 2 + simdjson::SIMDJSON_PADDING;
      padded.reset(new (std::nothrow) uint8_t[capacity]);
      padded_capacity = padded ? capacity : 0;
      if (!padded) return nullptr;
    }
    if (length) std::memcpy(padded.get(), text + begin, length);
    std::memset(padded.get() + length, ' ', simdjson::SIMDJSON_PADDING);
    return padded.get();
  }

  uint64_t word(size_t index) const { return parser.doc.tape[index]; }
  uint64_t payload(size_t index) const { return word(index) & 0x00FFFFFFFFFFFFFF; }

  template <typename Number> Number number(size_t index) const {
    Number value;
    std::memcpy(&value, &parser.doc.tape[index + 1], sizeof value);
    return value;
  }
};

namespace {

/// The kind of the escape at `at`: 'h' for \uD800–\uDBFF, 'l' for \uDC00–\uDFFF, else 0.
char surrogate(const uint8_t *at, const uint8_t *end) {
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u' || (at[2] | 0x20) != 'd') return 0;
  uint8_t digit = at[3] | 0x20;
  if (digit >= 'c' && digit <= 'f') return 'l';
  return digit == '8' || digit == '9' || digit == 'a' || digit == 'b' ? 'h' : 0;
}

/// Whether a surrogate escape stands without its partner: simdjson 3.0 lets some of them pass.
bool has_lone_surrogate(const uint8_t *text, size_t length) {
  const uint8_t *end = text + length;
  while (auto at = static_cast<const uint8_t *>(std::memchr(text, '\\', end - text))) {
    text = at + 2;
    char kind = surrogate(at, end);
    if (kind == 'l' || (kind == 'h' && surrogate(at + 6, end) != 'l')) return true;
    if (kind == 'h') text = at + 12;
  }
  return false;
}

}  // namespace

extern "C" {

CSimdJSON *csimdjson_make(void) {
  auto json = new (std::nothrow) CSimdJSON;
  // One more than the limit: simdjson counts the document itself.
  if (json && json->parser.allocate(4096, CSIMDJSON_DEPTH_LIMIT + 1)) {
    delete json;
    return nullptr;
  }
  return json;
}

void csimdjson_free(CSimdJSON *json) { delete json; }

const char *csimdjson_parse(CSimdJSON *json, const uint8_t *text, size_t count, size_t begin,
                            size_t end) {
  const uint8_t *value = json->with_padding(text, count, begin, end);
  if (!value) return simdjson::error_message(simdjson::MEMALLOC);
  auto error = json->parser.parse(value, end - begin, false).error();
  if (error) return simdjson::error_message(error);
  if (has_lone_surrogate(value, end - begin)) return "a surrogate escape stands alone";
  return nullptr;
}

uint8_t csimdjson_tag(const CSimdJSON *json, size_t index) { return json->word(index) >> 56; }

size_t csimdjson_next(const CSimdJSON *json, size_t index) {
  switch (json->word(index) >> 56) {
  case '{': case '[': return static_cast<uint32_t>(json->word(index));
  case 'l': case 'u': case 'd': return index + 2;
  default: return index + 1;
  }
}

size_t csimdjson_find(const CSimdJSON *json, size_t index, const uint8_t *key, size_t count) {
  if (csimdjson_tag(json, index) != '{') return 0;
  const uint8_t *strings = json->parser.doc.string_buf.get();
  size_t end = csimdjson_next(json, index) - 1;
  for (size_t at = index + 1; at < end; at = csimdjson_next(json, at + 1)) {
    const uint8_t *name = strings + json->payload(at);
    uint32_t length;
    std::memcpy(&length, name, sizeof length);
    if (length == count && std::memcmp(name + sizeof length, key, count) == 0) return at + 1;
  }
  return 0;
}

CSimdJSONString csimdjson_string(const CSimdJSON *json, size_t index) {
  const uint8_t *string = json->parser.doc.string_buf.get() + json->payload(index);
  uint32_t length;
  std::memcpy(&length, string, sizeof length);
  return {string + sizeof length, length};
}

int64_t csimdjson_int64(const CSimdJSON *json, size_t index) {
  return json->number<int64_t>(index);
}

uint64_t csimdjson_uint64(const CSimdJSON *json, size_t index) {
  return json->number<uint64_t>(index);
}

double csimdjson_double(const CSimdJSON *json, size_t index) { return json->number<double>(index); }

}  // extern "C"
