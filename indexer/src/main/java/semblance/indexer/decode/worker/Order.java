package semblance.indexer.decode.worker;

/// What a worker is to do: decode a picture and reduce it to a size.
///
/// @param content the whole file
/// @param width   wanted, as stored, in pixels
/// @param height  wanted, as stored, in pixels
@SuppressWarnings("ArrayRecordComponent") // megabytes on their way to another process
record Order(byte[] content, int width, int height) {
}
