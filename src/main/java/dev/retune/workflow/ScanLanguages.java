package dev.retune.workflow;

import dev.retune.document.ocr.LanguageNames;
import dev.retune.document.ocr.OcrSettings;
import dev.retune.project.Project;
import java.nio.file.Path;
import java.util.List;

/// The languages that scans of a project are read in, by Tesseract's names.
public final class ScanLanguages {
  private static final String KEY = "ocr.languages";
  private static final String ENGLISH = "eng";
  private static final String CHINESE = "chi_sim";

  private final Project project;
  private final ProjectModel model;
  private final Path folder;

  /// @param folder where text recognition keeps its libraries and data
  ScanLanguages(Project project, ProjectModel model, Path folder) {
    this.project = project;
    this.model = model;
    this.folder = folder;
  }

  /// Those that were chosen, the main one first; empty where the base model tells.
  public List<String> chosen() {
    return project.settings().get(KEY, String.class).map(LanguageNames::parse).orElse(List.of());
  }

  /// Chooses those of imports from now on, and of documents that follow the project.
  ///
  /// @param languages the main one first; empty to go by the base model
  public void choose(List<String> languages) {
    project.settings().put(KEY, String.join("+", languages));
  }

  /// Those in force.
  public List<String> current() {
    var chosen = chosen();
    return chosen.isEmpty() ? automatic() : chosen;
  }

  /// The language of the project's base model.
  public List<String> automatic() {
    return List.of(model.id().equals(BaseModels.CHINESE) ? CHINESE : ENGLISH);
  }

  /// @param own of a document; empty for the project's
  OcrSettings settings(List<String> own) {
    return new OcrSettings(folder, own.isEmpty() ? current() : own);
  }
}
