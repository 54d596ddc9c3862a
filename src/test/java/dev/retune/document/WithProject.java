package dev.retune.document;

import dev.retune.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Every test has an empty project, and counts tokens as the English base model does.
abstract class WithProject {
  @TempDir Path temp;
  Project project;
  DocumentStore store;
  TestTokens tokens;

  @BeforeEach
  void openProject() throws IOException {
    project = Project.create(temp.resolve("p"), "p");
    store = new DocumentStore(project);
    tokens = TestTokens.english();
  }

  @AfterEach
  void closeProject() {
    tokens.close();
    project.close();
  }
}
