package dev.retune.ui.documents;

/// What goes on in the documents of an open project, whichever screen shows it.
public final class DocumentsWork {
  final ImportWork imports = new ImportWork();
  final ReadingModel reading = new ReadingModel();
}
