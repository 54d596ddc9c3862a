package dev.retune.ui.settings;

import dev.retune.text.ProblemException;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.Settings;
import dev.retune.workflow.Settings.LlmEndpoint;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The settings as properties. Language and theme are saved as they change; the endpoint when its
/// fields are left.
public final class SettingsModel {
  private final Ui ui;
  private final SettingsPort port;
  private final ObjectProperty<Settings.Language> language = new SimpleObjectProperty<>();
  private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>();
  private final StringProperty baseUrl = new SimpleStringProperty();
  private final StringProperty llmModel = new SimpleStringProperty();
  private final StringProperty keyVariable = new SimpleStringProperty();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final GpuModel gpu;

  /// @param gpu outlasts this model
  /// @param changed called after language or theme changed, to dress the window anew
  public SettingsModel(Ui ui, SettingsPort port, GpuModel gpu, Runnable changed) {
    this.ui = ui;
    this.port = port;
    this.gpu = gpu;
    var settings = port.get();
    language.set(settings.language());
    theme.set(settings.theme());
    baseUrl.set(settings.llm().baseUrl());
    llmModel.set(settings.llm().model());
    keyVariable.set(settings.llm().keyVariable());
    language.subscribe((_, value) -> {
      update(old -> old.withLanguage(value));
      changed.run();
    });
    theme.subscribe((_, value) -> {
      update(old -> old.withTheme(value));
      changed.run();
    });
  }

  ObjectProperty<Settings.Language> languageProperty() {
    return language;
  }

  ObjectProperty<Settings.Theme> themeProperty() {
    return theme;
  }

  StringProperty baseUrlProperty() {
    return baseUrl;
  }

  StringProperty llmModelProperty() {
    return llmModel;
  }

  StringProperty keyVariableProperty() {
    return keyVariable;
  }

  /// Why the last change could not be saved; empty if it was.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Saves the endpoint if it changed.
  void save() {
    var endpoint =
        new LlmEndpoint(baseUrl.get().strip(), llmModel.get().strip(), keyVariable.get().strip());
    if (!endpoint.equals(port.get().llm())) {
      update(old -> old.withLlm(endpoint));
    }
  }

  GpuModel gpu() {
    return gpu;
  }

  void useKey(String key) {
    port.useKey(key);
  }

  boolean hasKey() {
    return port.hasSessionKey() || port.hasVariable(keyVariable.get().strip());
  }

  boolean hasSessionKey() {
    return port.hasSessionKey();
  }

  Path home() {
    return port.home();
  }

  private void update(UnaryOperator<Settings> change) {
    try {
      port.update(change);
      problem.set("");
      ui.saved().now();
    } catch (ProblemException e) {
      var said = e.problem();
      problem.set(said.cause().in(ui.locale()) + " " + said.remedy().in(ui.locale()));
    }
  }
}
