package dev.retune.ui.gallery;

import dev.retune.ui.shell.ShellActions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Notes what the window asked for.
public final class SampleShell implements ShellActions {
  private final List<String> done = new ArrayList<>();

  public List<String> done() {
    return List.copyOf(done);
  }

  @Override
  public List<Recent> recent() {
    return List.of(new Recent("Ward guidelines", Path.of("/projects/ward")));
  }

  @Override
  public void open(Path folder) {
    done.add("open " + folder);
  }

  @Override
  public void chooseProject() {
    done.add("choose");
  }

  @Override
  public void openSample() {
    done.add("sample");
  }

  @Override
  public void newProject() {
    done.add("new");
  }

  @Override
  public void importFiles(List<Path> files) {
    done.add("import " + files);
  }
}
