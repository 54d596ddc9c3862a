/// Makes the sample project's material under `sample-data/` from its sources under
/// `src/test/fixtures/sample/`: manuals as Markdown become PDFs, questions become `pairs.jsonl`.
///
/// The finished files are committed, so nothing here runs in a build; [SampleMaker] says how to run
/// it after a source has changed.
@NullMarked
package dev.retune.sample;

import org.jspecify.annotations.NullMarked;
