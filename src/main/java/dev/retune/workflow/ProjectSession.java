package dev.retune.workflow;

import dev.retune.document.DocumentSearch;
import dev.retune.document.DocumentStore;
import dev.retune.document.FilePasswords;
import dev.retune.document.PagePictures;
import dev.retune.document.UnreadFiles;
import dev.retune.pair.PairImport;
import dev.retune.pair.PairStore;
import dev.retune.pair.Review;
import dev.retune.project.Project;
import dev.retune.project.ProjectSettings;
import java.nio.file.Path;
import java.time.Clock;

/// An open project and its use cases, one for each step.
public final class ProjectSession implements AutoCloseable {
  private static final String REVIEWER = System.getProperty("user.name", "reviewer");

  private final Workbench workbench;
  private final Project project;
  private final DocumentStore documents;
  private final PairStore pairs;
  private final FilePasswords passwords = new FilePasswords();
  private final PagePictures pictures;
  private final UnreadFiles unread;

  ProjectSession(Workbench workbench, Project project) {
    this.workbench = workbench;
    this.project = project;
    this.documents = new DocumentStore(project);
    this.pairs = new PairStore(project);
    this.pictures = new PagePictures(documents, passwords);
    this.unread = new UnreadFiles(project);
  }

  public Workbench workbench() {
    return workbench;
  }

  public String name() {
    return project.name();
  }

  public Path folder() {
    return project.folder();
  }

  /// Choices that belong to this project.
  public ProjectSettings settings() {
    return project.settings();
  }

  /// Which base model the project tunes.
  public ProjectModel model() {
    return new ProjectModel(project, workbench.models());
  }

  public DocumentStore documents() {
    return documents;
  }

  /// Finding words on the documents' pages.
  public DocumentSearch search() {
    return new DocumentSearch(project);
  }

  /// The documents' pages as pictures.
  public PagePictures pictures() {
    return pictures;
  }

  public ImportDocuments importing() {
    return new ImportDocuments(
        project, model(), sentenceVectors(), scanLanguages(), clock(), passwords);
  }

  /// Files of an import that has not come to them.
  public UnreadFiles unread() {
    return unread;
  }

  /// Passwords of protected documents.
  public FilePasswords passwords() {
    return passwords;
  }

  /// Putting right what was read wrongly.
  public CorrectPassages correcting() {
    return new CorrectPassages(project, model(), pairs, REVIEWER, clock());
  }

  /// Cutting the documents into passages anew.
  public RechunkDocuments rechunking() {
    return new RechunkDocuments(project, model(), sentenceVectors(), documents, pairs, review());
  }

  /// Reading pages of documents again, or leaving them out.
  public RereadDocuments rereading() {
    return new RereadDocuments(
        project, model(), sentenceVectors(), documents, review(), passwords, scanLanguages());
  }

  /// The languages that scans of this project are read in.
  public ScanLanguages scanLanguages() {
    return new ScanLanguages(project, model(), workbench.home().ocr());
  }

  private SentenceVectors sentenceVectors() {
    return new SentenceVectors(workbench, project, model());
  }

  public PairStore pairs() {
    return pairs;
  }

  /// Decisions in the name of the person at this machine.
  public Review review() {
    return new Review(pairs, REVIEWER, clock());
  }

  public PairImport pairImport() {
    return new PairImport(pairs, REVIEWER, clock());
  }

  public ImportPairs importingPairs() {
    return new ImportPairs(pairImport(), model());
  }

  public WriteQuestions writing() {
    return new WriteQuestions(workbench, documents, pairs, REVIEWER);
  }

  /// Freezing the data and training on it.
  public Runs runs() {
    return new Runs(workbench, project, documents, pairs, model());
  }

  /// Base model, tuned model and BM25 on this project's passages.
  public CompareModels comparing() {
    return new CompareModels(workbench, project, documents, pairs);
  }

  private Clock clock() {
    return workbench.clock();
  }

  @Override
  public void close() {
    pictures.close();
    project.close();
  }
}
