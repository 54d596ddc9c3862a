package dev.retune.gpu;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.retune.file.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A package index on this machine with small wheels of the real ones' names.
final class WheelServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> wheels = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Deque<Integer> cuts = new ArrayDeque<>();
  private final Map<String, Integer> busy = new HashMap<>();
  private boolean ranges = true;
  private String wrongHash = "";

  WheelServer() throws IOException {
    for (var wheel : Wheel.ALL) {
      var name =
          wheel.project().replace('-', '_')
              + "-"
              + wheel.version()
              + "-py3-none-manylinux2014_x86_64.whl";
      wheels.put(name, archive(entries(wheel)));
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/simple/", this::index);
    server.createContext("/files/", this::file);
    server.start();
  }

  private static Map<String, byte[]> entries(Wheel wheel) {
    var entries = new LinkedHashMap<String, byte[]>();
    var folder =
        switch (wheel.project()) {
          case "torch" -> "torch/lib/";
          case "nvidia-cusparselt-cu12" -> "cusparselt/lib/";
          default ->
              "nvidia/"
                  + wheel.project().replaceAll("nvidia-|-cu12", "").replace('-', '_')
                  + "/lib/";
        };
    if (wheel.project().equals("torch")) {
      entries.put(folder + "libtorch_cuda.so", bytes(300_000));
      entries.put(folder + "libtorch_python.so", bytes(10));
      entries.put("torch/nn/functional.py", bytes(10));
    }
    entries.put(folder + "lib" + wheel.project() + ".so.12", bytes(1000));
    entries.put(folder + "__init__.py", bytes(3));
    return entries;
  }

  static byte[] bytes(int count) {
    var bytes = new byte[count];
    new java.util.Random(count).nextBytes(bytes);
    return bytes;
  }

  /// A wheel with these entries and their `RECORD`.
  static byte[] archive(Map<String, byte[]> entries) throws IOException {
    var out = new ByteArrayOutputStream();
    var record = new StringBuilder();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        record.append(entry.getKey()).append(",sha256=").append(hash(entry.getValue())).append(',');
        record.append(entry.getValue().length).append('\n');
      }
      zip.putNextEntry(new ZipEntry("it-1.dist-info/RECORD"));
      zip.write(record.toString().getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    MessageDigest digest = Sha256.digest();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(bytes));
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/simple";
  }

  /// An answer with a file breaks off after so many bytes, the first after the first number, and so
  /// on; the last number holds for all that follow. None: no answer breaks off.
  void cutAfter(Integer... bytes) {
    cuts.clear();
    cuts.addAll(List.of(bytes));
  }

  /// So many requests of each kind are answered with 503: for a page, for the size of a file, and
  /// for a file.
  void busy(int times) {
    for (var kind : List.of("page", "HEAD", "GET")) {
      busy.put(kind, times);
    }
  }

  private boolean busy(String kind, HttpExchange exchange) throws IOException {
    var left = busy.getOrDefault(kind, 0);
    if (left == 0) {
      return false;
    }
    busy.put(kind, left - 1);
    exchange.sendResponseHeaders(503, -1);
    exchange.close();
    return true;
  }

  /// Every answer with a file begins at its beginning.
  void withoutRanges() {
    ranges = false;
  }

  /// The index states another hash for this project.
  void lieAbout(String project) {
    wrongHash = project;
  }

  void replace(String project, byte[] wheel) {
    wheels.replaceAll((name, old) -> name.startsWith(project + "-") ? wheel : old);
  }

  void remove(String project) {
    wheels.keySet().removeIf(name -> name.startsWith(project + "-"));
  }

  Map<String, byte[]> wheels() {
    return wheels;
  }

  /// What was asked for, as `name from byte`.
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private void index(HttpExchange exchange) throws IOException {
    if (busy("page", exchange)) {
      return;
    }
    var project = exchange.getRequestURI().getPath().split("/")[2];
    var page = new StringBuilder("<html><body>");
    wheels.forEach((name, bytes) -> {
      if (name.startsWith(project.replace('-', '_') + "-")) {
        var hash = project.equals(wrongHash) ? "0".repeat(64) : Sha256.of(bytes);
        page.append("<a href=\"../../files/%s#sha256=%s\">%s</a>".formatted(name, hash, name));
      }
    });
    var body = page.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void file(HttpExchange exchange) throws IOException {
    var name = exchange.getRequestURI().getPath().substring("/files/".length());
    var bytes = wheels.get(name);
    if (bytes == null) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    if (busy(exchange.getRequestMethod(), exchange)) {
      return;
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
      return;
    }
    var range = ranges ? exchange.getRequestHeaders().getFirst("Range") : null;
    var from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    synchronized (this) {
      asked.add(name + " " + from);
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length - from);
    var count = bytes.length - from;
    var cut = cuts.size() > 1 ? cuts.removeFirst() : cuts.peekFirst();
    var sent = cut == null ? count : Math.min(cut, count);
    exchange.getResponseBody().write(bytes, from, sent);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
