package dev.retune.ui.support;

import dev.retune.file.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// Writes what a scene shows to a PNG file, without AWT. PNG: W3C recommendation, third edition.
public final class Screenshots {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Screenshots() {}

  /// Takes `scene` as it is; on the FX thread.
  public static void save(Scene scene, Path file) {
    save(scene.snapshot(null), file);
  }

  /// Writes `image` as an 8-bit RGB PNG.
  public static void save(WritableImage image, Path file) {
    AtomicFile.write(file, out -> write(image, out));
  }

  private static void write(WritableImage image, OutputStream out) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    out.write(SIGNATURE);
    var header = new ByteArrayOutputStream();
    var fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB, deflate, no filter, not interlaced
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", pixels(image, width, height));
    chunk(out, "IEND", new byte[0]);
  }

  private static byte[] pixels(WritableImage image, int width, int height) throws IOException {
    var packed = new ByteArrayOutputStream();
    var reader = image.getPixelReader();
    var row = new byte[1 + width * 3];
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(packed, deflater)) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int argb = reader.getArgb(x, y);
          row[1 + x * 3] = (byte) (argb >> 16);
          row[2 + x * 3] = (byte) (argb >> 8);
          row[3 + x * 3] = (byte) argb;
        }
        out.write(row);
      }
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] body) throws IOException {
    var data = new DataOutputStream(out);
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(body);
    data.writeInt(body.length);
    data.write(name);
    data.write(body);
    data.writeInt((int) crc.getValue());
    data.flush();
  }
}
