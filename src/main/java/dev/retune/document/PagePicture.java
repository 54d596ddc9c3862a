package dev.retune.document;

/// A page as a picture.
///
/// @param page from 1
/// @param pages of the document
/// @param width in pixels
/// @param height in pixels
/// @param scale pixels to a point
/// @param argb row by row
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PagePicture(int page, int pages, int width, int height, double scale, int[] argb) {}
