package dev.retune.ui.support;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Notes what would have been opened outside the window.
public final class TestBrowser implements Browser {
  private final List<String> opened = new ArrayList<>();

  public List<String> opened() {
    return List.copyOf(opened);
  }

  @Override
  public void open(URI page) {
    opened.add(page.toString());
  }

  @Override
  public void reveal(Path path) {
    opened.add(path.toString());
  }
}
