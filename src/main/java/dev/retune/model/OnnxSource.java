package dev.retune.model;

import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// An ONNX model with its tokenizer, wherever they come from.
///
/// @param origin what to call it when something is wrong
/// @param model the ONNX file's bytes
/// @param tokenizer the bytes of `tokenizer.json`
record OnnxSource(String origin, ByteBuffer model, ByteBuffer tokenizer) {

  /// What one array can hold; a protobuf message cannot be longer either.
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /// A LangChain4j embedding jar, or an ONNX file with its tokenizer beside it or one folder up.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be read or holds no model or no
  ///   tokenizer
  static OnnxSource of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Problem.of(OnnxSource.class, "missing", file).exception();
    }
    var name = file.getFileName().toString();
    var lower = name.toLowerCase(Locale.ROOT);
    try {
      if (lower.endsWith(".jar")) {
        return ofJar(file);
      }
      if (lower.endsWith(".onnx")) {
        return ofFile(file, name.substring(0, name.length() - ".onnx".length()));
      }
      throw Problem.of(OnnxSource.class, "no_onnx", file).exception();
    } catch (IOException e) {
      throw Problem.of(OnnxSource.class, "read", file, Reason.of(e)).exception(e);
    }
  }

  private static OnnxSource ofJar(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return new OnnxSource(
          jar.toString(),
          entry(jar, zip, "no_onnx", ".onnx"),
          entry(jar, zip, "no_tokenizer", "tokenizer.json"));
    }
  }

  private static ByteBuffer entry(Path jar, ZipFile zip, String problem, String suffix)
      throws IOException {
    ZipEntry entry =
        zip.stream()
            .filter(e -> e.getName().endsWith(suffix))
            .findFirst()
            .orElseThrow(() -> Problem.of(OnnxSource.class, problem, jar).exception());
    checkLength(jar, entry.getSize());
    try (var in = zip.getInputStream(entry)) {
      return ByteBuffer.wrap(in.readAllBytes());
    }
  }

  private static OnnxSource ofFile(Path file, String stem) throws IOException {
    var tokenizer =
        List.of(
                file.resolveSibling(stem + "-tokenizer.json"),
                file.resolveSibling("tokenizer.json"),
                file.toAbsolutePath().resolve("../../tokenizer.json").normalize())
            .stream()
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> Problem.of(OnnxSource.class, "no_tokenizer", file).exception());
    try (var channel = FileChannel.open(file)) {
      checkLength(file, channel.size());
      return new OnnxSource(
          file.toString(),
          channel.map(MapMode.READ_ONLY, 0, channel.size()),
          ByteBuffer.wrap(Files.readAllBytes(tokenizer)));
    }
  }

  private static void checkLength(Path file, long length) {
    if (length > LARGEST) {
      throw Problem.of(OnnxSource.class, "too_large", file).exception();
    }
  }

  byte[] tokenizerBytes() {
    var bytes = new byte[tokenizer.remaining()];
    tokenizer.duplicate().get(bytes);
    return bytes;
  }
}
