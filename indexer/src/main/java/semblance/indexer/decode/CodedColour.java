package semblance.indexer.decode;

/// How a coded picture's samples are to be understood (ITU-T H.273).
///
/// @param matrix    from red, green and blue to what is coded; 2 if the decoder may know better
/// @param fullRange whether samples go from 0 to 255, or leave room at both ends as in television
record CodedColour(int matrix, boolean fullRange) {
    static final int IDENTITY = 0;
    static final int UNSPECIFIED = 2;

    /// What is not said anywhere.
    static final CodedColour UNKNOWN = new CodedColour(UNSPECIFIED, true);
}
