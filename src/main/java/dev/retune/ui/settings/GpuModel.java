package dev.retune.ui.settings;

import dev.retune.gpu.Gpu;
import dev.retune.text.Text;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.Ui;
import dev.retune.ui.support.Work;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What graphics card there is, and setting up CUDA support for it.
final class GpuModel {
  private final Ui ui;
  private final SettingsPort port;
  private final ReadOnlyObjectWrapper<Gpu.@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable StatusLine> installing =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper broken = new ReadOnlyBooleanWrapper(false);

  GpuModel(Ui ui, SettingsPort port) {
    this.ui = ui;
    this.port = port;
  }

  /// Null until it is known.
  ReadOnlyObjectProperty<Gpu.@Nullable Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// The work that sets it up; null while there is none.
  ReadOnlyObjectProperty<@Nullable StatusLine> installingProperty() {
    return installing.getReadOnlyProperty();
  }

  /// Why it could not be set up; empty if nothing went wrong.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether it was cancelled and can go on.
  ReadOnlyBooleanProperty brokenProperty() {
    return broken.getReadOnlyProperty();
  }

  void look() {
    ui.tasks()
        .quietly(
            _ -> port.gpu(),
            outcome -> {
              if (outcome instanceof Outcome.Done<Gpu.Found>(var value)) {
                found.set(value);
              }
            });
  }

  /// @param index address of a package index; empty for PyPI
  void install(String index) {
    run(progress -> {
      port.installGpu(index.strip(), progress);
      return null;
    });
  }

  /// @param folder with wheels or a PyTorch
  void take(Path folder) {
    run(progress -> {
      port.takeGpu(folder, progress);
      return null;
    });
  }

  private void run(Work<@Nullable Void> work) {
    problem.set("");
    broken.set(false);
    installing.set(
        ui.tasks()
            .run(
                Text.of(GpuModel.class, "gpu.installing"),
                work,
                outcome -> {
                  installing.set(null);
                  broken.set(outcome instanceof Outcome.Cancelled<?>);
                  if (outcome instanceof Outcome.Failed<?>(var error)) {
                    var said = error.problem();
                    problem.set(said.cause().in(ui.locale()) + " " + said.remedy().in(ui.locale()));
                  }
                  look();
                }));
  }
}
