package dev.retune.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// The program's icon in the sizes that desktops ask for.
final class Icons {
  private Icons() {}

  static List<Image> all() {
    return Stream.of(16, 32, 48, 128, 256)
        .map(size -> Icons.class.getResourceAsStream("/icons/retune-" + size + ".png"))
        .filter(in -> in != null)
        .map(Image::new)
        .toList();
  }
}
