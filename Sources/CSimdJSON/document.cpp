#include "csimdjson.h"
#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <simdjson.h>
#include <string_view>
#include <vector>

namespace {

template <typename Word> Word load(const uint8_t *bytes) {
  Word word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// The first bytes of a text of less than eight, in one word that no other such text of that length
/// has.
uint64_t load_short(const uint8_t *bytes, size_t count) {
  if (count >= 4) {
    return load<uint32_t>(bytes) | uint64_t(load<uint32_t>(bytes + count - 4)) << 32;
  }
  if (count == 0) return 0;
  return bytes[0] | bytes[count / 2] << 8 | bytes[count - 1] << 16;
}

/// The text of a key.
struct Key {
  const uint8_t *bytes;
  uint32_t count;

  bool operator==(const Key &other) const {
    if (count != other.count) return false;
    if (count < 8) return load_short(bytes, count) == load_short(other.bytes, count);
    for (size_t at = 0; at + 8 < count; at += 8) {
      if (load<uint64_t>(bytes + at) != load<uint64_t>(other.bytes + at)) return false;
    }
    return load<uint64_t>(bytes + count - 8) == load<uint64_t>(other.bytes + count - 8);
  }

  /// Keys of one object that begin alike end differently.
  uint64_t hash() const {
    uint64_t word = count < 8
        ? load_short(bytes, count)
        : load<uint64_t>(bytes) ^ (load<uint64_t>(bytes + count - 8) << 7 | count);
    return word * 0x9E3779B97F4A7C15;
  }
};

/// A parsed document: simdjson's tape and strings.
struct Document {
  const uint64_t *tape;
  const uint8_t *strings;

  uint8_t tag(size_t index) const { return tape[index] >> 56; }

  /// The index of what follows a value.
  size_t next(size_t index) const {
    switch (tag(index)) {
    case '{': case '[': return static_cast<uint32_t>(tape[index]);
    case 'l': case 'u': case 'd': return index + 2;
    default: return index + 1;
    }
  }

  Key text(size_t index) const {
    const uint8_t *string = strings + (tape[index] & 0x00FFFFFFFFFFFFFF);
    uint32_t count;
    std::memcpy(&count, string, sizeof count);
    return {string + sizeof count, count};
  }
};

/// The keys of one object after the other, in a hash table that is never cleared: what an earlier
/// object left there is known by its number.
class KeySet {
  struct Slot {
    uint32_t object;
    uint32_t key;
  };
  // Keys that were made to collide would take forever.
  static const size_t step_limit = 64;
  std::vector<Slot> slots = std::vector<Slot>(256);
  uint32_t object = 0;

public:
  enum class Inserted { added, repeated, crowded };

  /// Empties the set for an object of so many members.
  void begin(size_t count) {
    size_t size = slots.size();
    while (size < count * 4) size *= 2;
    if (++object == 0 || size > slots.size()) {
      slots.assign(size, Slot{0, 0});
      object = 1;
    }
  }

  /// Adds the key at an index.
  Inserted insert(const Document &document, size_t index) {
    Key key = document.text(index);
    size_t mask = slots.size() - 1;
    size_t at = key.hash() >> 40 & mask;
    for (size_t step = 0; step < step_limit; step++, at = (at + 1) & mask) {
      if (slots[at].object != object) {
        slots[at] = Slot{object, static_cast<uint32_t>(index)};
        return Inserted::added;
      }
      if (document.text(slots[at].key) == key) return Inserted::repeated;
    }
    return Inserted::crowded;
  }

  /// The index of a key, or 0, when none was crowded out.
  size_t find(const Document &document, Key key) const {
    size_t mask = slots.size() - 1;
    size_t at = key.hash() >> 40 & mask;
    for (; slots[at].object == object; at = (at + 1) & mask) {
      if (document.text(slots[at].key) == key) return slots[at].key;
    }
    return 0;
  }
};

/// Where an array or object stands on the tape, and how many more objects deep is looked.
struct Container {
  size_t index;
  uint32_t depth;
};

}  // namespace

struct CSimdJSON {
  simdjson::dom::parser parser;
  std::unique_ptr<uint8_t[]> padded;
  size_t padded_capacity = 0;
  Document document{nullptr, nullptr};
  /// The object whose keys are all in `keys`, or 0.
  size_t indexed = 0;
  KeySet keys;
  KeySet inner_keys;
  std::vector<Container> pending;

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

  /// Looks at the keys of one object; puts what lies in it, or in an array, off until later.
  bool has_repeated_key(Container container, KeySet &keys) {
    size_t end = document.next(container.index) - 1;
    size_t at = container.index + 1;
    if (document.tag(container.index) == '[') {
      for (; at < end; at = document.next(at)) put_off(at, container.depth);
      return false;
    }
    bool is_crowded = false;
    keys.begin(member_count(container.index, end));
    for (; at < end; at = document.next(at + 1)) {
      auto inserted = is_crowded ? KeySet::Inserted::added : keys.insert(document, at);
      if (inserted == KeySet::Inserted::repeated) return true;
      is_crowded |= inserted == KeySet::Inserted::crowded;
      put_off(at + 1, container.depth - 1);
    }
    if (!is_crowded) return false;
    if (container.index == indexed) indexed = 0;
    return has_repeated_key_when_sorted(container.index, end);
  }

  bool has_repeated_key_when_sorted(size_t index, size_t end) const {
    std::vector<std::string_view> names;
    for (size_t at = index + 1; at < end; at = document.next(at + 1)) {
      Key key = document.text(at);
      names.emplace_back(reinterpret_cast<const char *>(key.bytes), key.count);
    }
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
  }

  void put_off(size_t index, uint32_t depth) {
    uint8_t tag = document.tag(index);
    if (depth > 0 && (tag == '{' || tag == '[')) pending.push_back({index, depth});
  }

  /// How many members an object has, or more.
  size_t member_count(size_t index, size_t end) const {
    // simdjson counts this far.
    size_t count = document.tape[index] >> 32 & 0xFFFFFF;
    return count < 0xFFFFFF ? count : end - index;
  }

  template <typename Number> Number number(size_t index) const {
    Number value;
    std::memcpy(&value, &document.tape[index + 1], sizeof value);
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
  json->indexed = 0;
  const uint8_t *value = json->with_padding(text, count, begin, end);
  if (!value) return simdjson::error_message(simdjson::MEMALLOC);
  auto error = json->parser.parse(value, end - begin, false).error();
  if (error) return simdjson::error_message(error);
  if (has_lone_surrogate(value, end - begin)) return "a surrogate escape stands alone";
  json->document = {json->parser.doc.tape.get(), json->parser.doc.string_buf.get()};
  return nullptr;
}

uint8_t csimdjson_tag(const CSimdJSON *json, size_t index) { return json->document.tag(index); }

size_t csimdjson_next(const CSimdJSON *json, size_t index) { return json->document.next(index); }

size_t csimdjson_find(const CSimdJSON *json, size_t index, const uint8_t *key, size_t count) {
  const Document &document = json->document;
  if (document.tag(index) != '{' || count > UINT32_MAX) return 0;
  Key wanted{key, static_cast<uint32_t>(count)};
  if (index == json->indexed) {
    size_t found = json->keys.find(document, wanted);
    return found ? found + 1 : 0;
  }
  size_t end = document.next(index) - 1;
  for (size_t at = index + 1; at < end; at = document.next(at + 1)) {
    if (document.text(at) == wanted) return at + 1;
  }
  return 0;
}

bool csimdjson_has_repeated_key(CSimdJSON *json, size_t index, uint32_t depth) {
  uint8_t tag = json->document.tag(index);
  if (depth == 0 || (tag != '{' && tag != '[')) return false;
  json->pending.clear();
  json->indexed = tag == '{' ? index : 0;
  if (json->has_repeated_key({index, depth}, json->keys)) {
    json->indexed = 0;
    return true;
  }
  while (!json->pending.empty()) {
    Container container = json->pending.back();
    json->pending.pop_back();
    if (json->has_repeated_key(container, json->inner_keys)) return true;
  }
  return false;
}

CSimdJSONString csimdjson_string(const CSimdJSON *json, size_t index) {
  Key text = json->document.text(index);
  return {text.bytes, text.count};
}

int64_t csimdjson_int64(const CSimdJSON *json, size_t index) {
  return json->number<int64_t>(index);
}

uint64_t csimdjson_uint64(const CSimdJSON *json, size_t index) {
  return json->number<uint64_t>(index);
}

double csimdjson_double(const CSimdJSON *json, size_t index) { return json->number<double>(index); }

}  // extern "C"
