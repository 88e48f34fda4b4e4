#include "csimdjson.h"
#include <cstring>

// Finds where a value ends, 64 bytes at a time, with one bit a byte: quotes and backslashes give
// the bits inside strings, and only blocks that could bring the depth to zero are looked at bit by
// bit. The method is that of simdjson's first stage (Langdale and Lemire, "Parsing Gigabytes of
// JSON per Second", 2019, section 3.1), without its tape.

namespace {

struct Block {
  uint64_t quotes, backslashes, openers, closers;
};

typedef uint8_t Bytes __attribute__((ext_vector_type(64)));
typedef bool Bits __attribute__((ext_vector_type(64)));

/// A bit for each byte that is this one.
uint64_t equals(const Bytes &bytes, char byte) {
  Bits bits = __builtin_convertvector(bytes == static_cast<uint8_t>(byte), Bits);
  uint64_t word;
  std::memcpy(&word, &bits, sizeof word);
  return word;
}

Block classify(const uint8_t *text) {
  Bytes bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  // [ and { differ in this bit, ] and } too.
  Bytes folded = bytes | static_cast<uint8_t>(0x20);
  return {equals(bytes, '"'), equals(bytes, '\\'), equals(folded, '{'), equals(folded, '}')};
}

/// Each bit becomes the exclusive or of itself and all bits below.
uint64_t prefix_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Walks blocks and carries strings and escapes from one to the next.
struct Walker {
  uint64_t inside_string = 0;  // all ones inside
  uint64_t first_is_escaped = 0;

  uint64_t escaped(uint64_t backslashes) {
    if (!backslashes) {
      uint64_t escaped = first_is_escaped;
      first_is_escaped = 0;
      return escaped;
    }
    const uint64_t odd = 0xAAAAAAAAAAAAAAAA;
    uint64_t starts = backslashes & ~first_is_escaped;
    uint64_t codes = (((starts << 1) | odd) - starts) ^ odd;
    uint64_t escaped = codes ^ (backslashes | first_is_escaped);
    first_is_escaped = (codes & backslashes) >> 63;
    return escaped;
  }

  /// The quotes that open and close strings; clears the brackets of `block` that are text.
  uint64_t outside_strings(Block &block) {
    uint64_t quotes = block.quotes & ~escaped(block.backslashes);
    uint64_t inside = prefix_xor(quotes) ^ inside_string;
    inside_string = static_cast<uint64_t>(static_cast<int64_t>(inside) >> 63);
    block.openers &= ~inside;
    block.closers &= ~inside;
    return quotes;
  }
};

/// Calls step(block, offset) until it returns an offset or the text ends; the last block is padded
/// with spaces.
template <typename Step>
size_t walk(const uint8_t *text, size_t count, size_t at, Step step) {
  for (; count - at >= 64; at += 64) {
    size_t end = step(classify(text + at), at);
    if (end != SIZE_MAX) return end;
  }
  uint8_t last[64];
  std::memset(last, ' ', sizeof last);
  std::memcpy(last, text + at, count - at);
  return step(classify(last), at);
}

size_t skip_string(const uint8_t *text, size_t count, size_t at) {
  Walker walker;
  return walk(text, count, at + 1, [&](Block block, size_t offset) -> size_t {
    uint64_t quotes = block.quotes & ~walker.escaped(block.backslashes);
    return quotes ? offset + __builtin_ctzll(quotes) + 1 : SIZE_MAX;
  });
}

/// Goes on until the container ends, the text ends, or a block begins at or after `limit`.
size_t skip_container_anywhere(const uint8_t *text, size_t count, size_t limit,
                               CSimdJSONSkip *skip) {
  Walker walker{skip->inside_string, skip->first_is_escaped};
  size_t depth = skip->depth;
  size_t at = skip->offset;
  size_t stop = limit < count ? limit : count;
  auto step = [&](Block block, size_t offset) -> size_t {
    walker.outside_strings(block);
    size_t opened = __builtin_popcountll(block.openers);
    size_t closed = __builtin_popcountll(block.closers);
    if (closed < depth || closed == 0) {
      depth += opened - closed;
      return SIZE_MAX;
    }
    for (uint64_t brackets = block.openers | block.closers; brackets; brackets &= brackets - 1) {
      uint64_t bit = brackets & -brackets;
      if (block.openers & bit) depth++;
      else if (--depth == 0) return offset + __builtin_ctzll(bit) + 1;
    }
    return SIZE_MAX;
  };
  for (; at < stop && count - at >= 64; at += 64) {
    size_t end = step(classify(text + at), at);
    if (end != SIZE_MAX) return end;
  }
  if (at < stop) return walk(text, count, at, step);
  *skip = {at, depth, walker.inside_string, walker.first_is_escaped};
  return SIZE_MAX;
}

#ifdef __x86_64__
/// The same for processors since 2013, twice as fast.
__attribute__((target("avx2,bmi,popcnt"), flatten)) size_t
skip_container_avx2(const uint8_t *text, size_t count, size_t limit, CSimdJSONSkip *skip) {
  return skip_container_anywhere(text, count, limit, skip);
}
#endif

size_t skip_container(const uint8_t *text, size_t count, size_t limit, CSimdJSONSkip *skip) {
#ifdef __x86_64__
  static const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                               __builtin_cpu_supports("popcnt");
  if (has_avx2) return skip_container_avx2(text, count, limit, skip);
#endif
  return skip_container_anywhere(text, count, limit, skip);
}

bool ends_scalar(uint8_t byte) {
  return byte <= ' ' || byte == ',' || byte == ']' || byte == '}' || byte == ':' || byte == '"' ||
         byte == '[' || byte == '{';
}

}  // namespace

size_t csimdjson_skip_space(const uint8_t *text, size_t count, size_t at) {
  auto is_space = [](uint8_t byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
  };
  while (at < count && is_space(text[at])) at++;
  return at;
}

size_t csimdjson_skip_value(const uint8_t *text, size_t count, size_t at) {
  if (at >= count) return SIZE_MAX;
  if (text[at] == '"') return skip_string(text, count, at);
  if (text[at] == '{' || text[at] == '[') {
    CSimdJSONSkip skip{at, 0, 0, 0};
    return skip_container(text, count, count, &skip);
  }
  size_t end = at;
  while (end < count && !ends_scalar(text[end])) end++;
  return end == at ? SIZE_MAX : end;
}

size_t csimdjson_skip_part(const uint8_t *text, size_t count, size_t limit, CSimdJSONSkip *skip) {
  return skip->offset < count ? skip_container(text, count, limit, skip) : SIZE_MAX;
}
