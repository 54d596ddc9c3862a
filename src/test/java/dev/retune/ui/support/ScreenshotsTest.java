package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenshotsTest {

  @Test
  void anotherDecoderReadsTheSamePixels(@TempDir Path folder) throws Exception {
    var image = new WritableImage(31, 17);
    for (int y = 0; y < 17; y++) {
      for (int x = 0; x < 31; x++) {
        image.getPixelWriter().setArgb(x, y, 0xFF000000 | (x * 8) << 16 | (y * 15) << 8 | (x ^ y));
      }
    }
    var file = folder.resolve("picture.png");
    Screenshots.save(image, file);
    var read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(31);
    assertThat(read.getHeight()).isEqualTo(17);
    for (int y = 0; y < 17; y++) {
      for (int x = 0; x < 31; x++) {
        assertThat(read.getRGB(x, y)).isEqualTo(image.getPixelReader().getArgb(x, y));
      }
    }
  }
}
