package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    var tensors = new TreeMap<String, FloatTensor>();
    tensors.put("b", new FloatTensor(new long[] {2, 3}, new float[] {1, -2, 3.5f, 0, 1e-30f, 7}));
    tensors.put("a.weight", new FloatTensor(new long[] {20_000}, new float[20_000]));
    tensors.put("scalar", new FloatTensor(new long[0], new float[] {Float.MAX_VALUE}));
    var file = folder.resolve("x.safetensors");
    try (var out = Files.newOutputStream(file)) {
      SafetensorsWriter.write(out, tensors);
    }
    var read = SafetensorsFile.open(file);
    assertThat(read.tensors().keySet()).containsExactly("a.weight", "b", "scalar");
    assertThat(read.read("b").shape()).containsExactly(2, 3);
    assertThat(read.read("b").data()).containsExactly(1, -2, 3.5f, 0, 1e-30f, 7);
    assertThat(read.read("scalar").data()).containsExactly(Float.MAX_VALUE);
    var length = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(length % 8).as("numbers start at a multiple of eight").isZero();
  }

  @Test
  void smallerFloatsAreWidened() throws IOException {
    var numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putShort((short) 0x3C00).putShort((short) 0xC100); // 1, -2.5 in IEEE half precision
    numbers.putShort((short) 0x3F80).putShort((short) 0xC020); // 1, -2.5 in bfloat16
    var file =
        write(
            """
            {"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},
             "b":{"dtype":"BF16","shape":[2],"data_offsets":[4,8]}}
            """,
            numbers.array());
    var read = SafetensorsFile.open(file);
    assertThat(read.read("h").data()).containsExactly(1, -2.5f);
    assertThat(read.read("b").data()).containsExactly(1, -2.5f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,9],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
      })
  void contradictionsAreRefused(String header) throws IOException {
    var file = write(header, new byte[8]);
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("x.safetensors");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 99, Long.MAX_VALUE})
  void aForgedLengthIsRefused(long length) throws IOException {
    var bytes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    var file = Files.write(folder.resolve("x.safetensors"), bytes);
    assertThatThrownBy(() -> SafetensorsFile.open(file)).isInstanceOf(ProblemException.class);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    var file = Files.createFile(folder.resolve("x.safetensors"));
    assertThatThrownBy(() -> SafetensorsFile.open(file)).isInstanceOf(ProblemException.class);
  }

  private Path write(String header, byte[] numbers) throws IOException {
    var json = header.getBytes(StandardCharsets.UTF_8);
    var bytes =
        ByteBuffer.allocate(8 + json.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(numbers);
    return Files.write(folder.resolve("x.safetensors"), bytes.array());
  }
}
