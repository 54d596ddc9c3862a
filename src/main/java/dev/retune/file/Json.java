package dev.retune.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The one JSON dialect of this program's own files: snake_case names, ISO 8601 instants, absent
/// rather than null, unknown names ignored.
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Json() {}

  /// The shared mapper; never reconfigure it.
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /// One line of JSON.
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Writes `value` indented, atomically.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(Path file, Object value) {
    AtomicFile.write(
        file,
        out -> {
          out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
          out.write('\n');
        });
  }

  /// Reads a file as `type`.
  ///
  /// @throws dev.retune.text.ProblemException if it is missing or not JSON of that type
  public static <T> T read(Path file, Class<T> type) {
    try (var in = Files.newInputStream(file)) {
      var value = MAPPER.readValue(in, type);
      if (value == null) {
        throw Problem.of(Json.class, "json", file, 1, "null").exception();
      }
      return value;
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw Problem.of(
              Json.class,
              "json",
              file,
              place == null ? 0 : place.getLineNr(),
              String.valueOf(e.getOriginalMessage()))
          .exception(e);
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", file, Reason.of(e)).exception(e);
    }
  }
}
