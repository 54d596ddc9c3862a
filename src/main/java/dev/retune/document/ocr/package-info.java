/// Text recognition: from the picture of a page to words with places and confidences.
@org.jspecify.annotations.NullMarked
package dev.retune.document.ocr;
