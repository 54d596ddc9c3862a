package dev.retune.document;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.util.Matrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a camera was held when it took a picture, as it noted beside it: tag 274 of TIFF 6.0 and of
/// Exif. The readers of pictures leave it to others, and only some of them hand it out.
///
/// Each name says at which side of what was seen the first row and the first column of the stored
/// picture stand.
enum Orientation {
  TOP_LEFT(1, 0, 0, 1, 0, 0),
  TOP_RIGHT(-1, 0, 0, 1, 1, 0),
  BOTTOM_RIGHT(-1, 0, 0, -1, 1, 1),
  BOTTOM_LEFT(1, 0, 0, -1, 0, 1),
  LEFT_TOP(0, -1, -1, 0, 1, 1),
  RIGHT_TOP(0, -1, 1, 0, 0, 1),
  RIGHT_BOTTOM(0, 1, 1, 0, 0, 0),
  LEFT_BOTTOM(0, 1, -1, 0, 1, 0);

  private static final Logger LOG = LoggerFactory.getLogger(Orientation.class);

  private static final int JPEG = 0xffd8;
  private static final int FIRST_SEGMENT = 0xffc0;
  private static final int START_OF_PICTURE = 0xffda;
  private static final int APP1 = 0xffe1;
  private static final String EXIF = "Exif\0\0";

  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int BIG_ENDIAN = 0x4d4d;
  private static final int TIFF = 42;
  private static final int TAG = 274;

  /// Bytes of an entry: tag, kind, count, value.
  private static final int ENTRY = 12;

  /// Bytes from the end of the tag to the value.
  private static final int VALUE = 6;

  private final float a;
  private final float b;
  private final float c;
  private final float d;
  private final float e;
  private final float f;

  /// In PDF's way: x = a·u + c·v + e and y = b·u + d·v + f, upwards, the picture being one unit
  /// wide and high.
  Orientation(float a, float b, float c, float d, float e, float f) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.e = e;
    this.f = f;
  }

  /// Whether the stored picture lies on its side.
  boolean sideways() {
    return a == 0;
  }

  /// From the stored picture, one unit wide and high, to a page on which it is upright.
  Matrix on(float width, float height) {
    return new Matrix(a, b, c, d, e, f).multiply(Matrix.getScaleInstance(width, height));
  }

  /// Of a picture in a JPEG or TIFF file; upright where nothing is noted.
  ///
  /// @param index of the picture, from 0
  static Orientation of(Path file, int index) {
    try (var in = new FileImageInputStream(file.toFile())) {
      if (in.readUnsignedShort() == JPEG) {
        return index == 0 && seekExif(in) ? ofTiff(in, 0) : TOP_LEFT;
      }
      in.seek(0);
      return ofTiff(in, index);
    } catch (IOException | RuntimeException e) {
      // What is noted beside a picture is often broken, and the picture whole.
      LOG.debug("what stands beside a picture cannot be read", e);
      return TOP_LEFT;
    }
  }

  /// Goes to the Exif segment, which is a TIFF file without pictures; they stand before the picture
  /// as marker, length and content.
  private static boolean seekExif(ImageInputStream in) throws IOException {
    for (int marker = in.readUnsignedShort();
        marker >= FIRST_SEGMENT && marker != START_OF_PICTURE;
        marker = in.readUnsignedShort()) {
      var next = in.getStreamPosition() + in.readUnsignedShort();
      var head = new byte[EXIF.length()];
      if (marker == APP1
          && in.read(head) == head.length
          && new String(head, StandardCharsets.ISO_8859_1).equals(EXIF)) {
        return true;
      }
      in.seek(next);
    }
    return false;
  }

  /// Reads the directory of a picture; each names the place of the next one.
  private static Orientation ofTiff(ImageInputStream in, int index) throws IOException {
    var begin = in.getStreamPosition();
    var order = in.readUnsignedShort();
    if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
      return TOP_LEFT;
    }
    in.setByteOrder(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (in.readUnsignedShort() != TIFF) {
      return TOP_LEFT;
    }
    in.seek(begin + in.readUnsignedInt());
    for (int i = 0; i < index; i++) {
      in.seek(in.getStreamPosition() + 2 + ENTRY * (long) in.readUnsignedShort());
      in.seek(begin + in.readUnsignedInt());
    }
    var entries = in.readUnsignedShort();
    for (int i = 0; i < entries; i++) {
      var next = in.getStreamPosition() + ENTRY;
      if (in.readUnsignedShort() == TAG) {
        in.skipBytes(VALUE);
        var number = in.readUnsignedShort();
        return number >= 1 && number <= values().length ? values()[number - 1] : TOP_LEFT;
      }
      in.seek(next);
    }
    return TOP_LEFT;
  }
}
