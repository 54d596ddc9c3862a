package dev.retune.ui.gallery;

import dev.retune.ui.start.StartActions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Notes what was begun.
public final class SampleStart implements StartActions {
  private final List<String> done = new ArrayList<>();
  private final boolean before;

  public SampleStart(boolean before) {
    this.before = before;
  }

  public List<String> done() {
    return List.copyOf(done);
  }

  @Override
  public List<Recent> recent() {
    return before
        ? List.of(
            new Recent(
                "Pump manuals",
                Path.of("/home/ana/Projects/pump-manuals"),
                Optional.of(Instant.parse("2026-11-20T08:10:00Z")),
                true),
            new Recent(
                "Ward guidelines",
                Path.of(
                    "/home/ana/Documents/Clinic/Guidelines and protocols/retune/ward-guidelines"),
                Optional.of(Instant.parse("2026-11-02T16:00:00Z")),
                true),
            new Recent("密封件", Path.of("/media/stick/seals"), Optional.empty(), false))
        : List.of();
  }

  @Override
  public void openSample() {
    done.add("sample");
  }

  @Override
  public void newFromDocuments() {
    done.add("new");
  }

  @Override
  public void newFrom(List<Path> files) {
    done.add("new from " + files);
  }

  @Override
  public void choose() {
    done.add("choose");
  }

  @Override
  public void open(Path folder) {
    done.add("open " + folder);
  }

  @Override
  public void forget(Path folder) {
    done.add("forget " + folder);
  }

  @Override
  public void openSettings() {
    done.add("settings");
  }
}
