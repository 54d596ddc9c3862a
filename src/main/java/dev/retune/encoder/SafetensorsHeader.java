package dev.retune.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table of contents at the start of a safetensors file, checked against the file's size.
///
/// @param tensors what the file holds, by name
/// @param dataStart where the numbers begin, in bytes from the start of the file
record SafetensorsHeader(Map<String, Entry> tensors, long dataStart) {

  /// The largest header the format allows, in bytes.
  static final long MAX_LENGTH = 100_000_000;

  /// @param begin first byte, counted from the start of the numbers
  /// @param end byte after the last
  record Entry(NumberType type, List<Long> shape, long begin, long end) {
    long[] dimensions() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }
  }

  /// How a number is stored.
  enum NumberType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    /// A known type that holds no weights: tables of positions and the like.
    OTHER(0);

    final int bytes;

    NumberType(int bytes) {
      this.bytes = bytes;
    }

    static NumberType of(String name) {
      return Arrays.stream(values())
          .filter(type -> type.name().equals(name))
          .findFirst()
          .orElse(OTHER);
    }
  }

  /// @param json the header's bytes
  /// @param fileSize size of the whole file in bytes
  /// @throws dev.retune.text.ProblemException if it contradicts itself or the file's size
  static SafetensorsHeader parse(Path file, byte[] json, long fileSize) {
    var dataStart = 8L + json.length;
    var tensors = new LinkedHashMap<String, Entry>();
    try {
      var root = Json.mapper().readTree(json);
      if (!root.isObject()) {
        throw damaged(file, "not_json");
      }
      for (var field : root.properties()) {
        if (!field.getKey().equals("__metadata__")) {
          tensors.put(field.getKey(), entry(file, field.getKey(), field.getValue()));
        }
      }
    } catch (JsonProcessingException | ArithmeticException _) {
      throw damaged(file, "not_json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    checkCoverage(file, tensors, fileSize - dataStart);
    return new SafetensorsHeader(tensors, dataStart);
  }

  private static Entry entry(Path file, String name, JsonNode node) {
    var offsets = node.path("data_offsets");
    var shape = new ArrayList<Long>();
    var type = NumberType.of(node.path("dtype").asText());
    long numbers = 1;
    for (var side : node.path("shape")) {
      if (!side.isIntegralNumber() || side.asLong() < 0) {
        throw damaged(file, "shape", name);
      }
      shape.add(side.asLong());
      numbers = Math.multiplyExact(numbers, side.asLong());
    }
    if (!node.path("shape").isArray() || offsets.size() != 2) {
      throw damaged(file, "entry", name);
    }
    var entry =
        new Entry(type, List.copyOf(shape), offsets.get(0).asLong(), offsets.get(1).asLong());
    if (type != NumberType.OTHER && entry.end() - entry.begin() != numbers * type.bytes) {
      throw damaged(file, "size", name);
    }
    return entry;
  }

  /// The tensors must lie end to end and fill the file: anything else is a cut or forged file.
  private static void checkCoverage(Path file, Map<String, Entry> tensors, long dataSize) {
    var order = new ArrayList<>(tensors.values());
    order.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long end = 0;
    for (var entry : order) {
      if (entry.begin() != end || entry.end() < entry.begin()) {
        throw damaged(file, "gaps");
      }
      end = entry.end();
    }
    if (end != dataSize) {
      throw damaged(file, "length", end, dataSize);
    }
  }

  /// @param why which sentence under `safetensors.` says what is wrong
  static RuntimeException damaged(Path file, String why, Object... args) {
    var reason = Text.of(SafetensorsHeader.class, "safetensors." + why, args);
    return Problem.of(SafetensorsHeader.class, "safetensors", file, reason).exception();
  }
}
