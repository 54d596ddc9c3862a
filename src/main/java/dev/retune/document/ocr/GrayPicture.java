package dev.retune.document.ocr;

import com.recognition.software.jdeskew.ImageDeskew;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// A page in shades of grey, possibly turned from how it was given.
///
/// @param bytes row by row, 0 is black
/// @param back from a point of this picture to the same point of the picture that was given
@SuppressWarnings("ArrayRecordComponent")
record GrayPicture(byte[] bytes, int width, int height, AffineTransform back) {
  /// Less than this is left alone: turning blurs.
  private static final double LEAST_SKEW = .25;

  /// More than this is no scan laid in askew.
  private static final double GREATEST_SKEW = 15;

  /// The page as it is given, its lines brought level.
  static GrayPicture level(BufferedImage page) {
    var skew = new ImageDeskew(page).getSkewAngle();
    var askew = Math.abs(skew) >= LEAST_SKEW && Math.abs(skew) <= GREATEST_SKEW;
    return turned(page, askew ? -skew : 0);
  }

  /// The page turned clockwise.
  static GrayPicture turned(BufferedImage page, double degrees) {
    var turn = AffineTransform.getRotateInstance(Math.toRadians(degrees));
    var bounds = turn.createTransformedShape(page.getRaster().getBounds()).getBounds();
    var there = AffineTransform.getTranslateInstance(-bounds.x, -bounds.y);
    there.concatenate(turn);
    var gray = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_BYTE_GRAY);
    var graphics = gray.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, bounds.width, bounds.height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(page, there, null);
    graphics.dispose();
    var data = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    return new GrayPicture(data, bounds.width, bounds.height, inverse(there));
  }

  private static AffineTransform inverse(AffineTransform turn) {
    try {
      return turn.createInverse();
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      throw new AssertionError(e);
    }
  }
}
