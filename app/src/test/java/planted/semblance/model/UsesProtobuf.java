package planted.semblance.model;

import com.google.protobuf.CodedInputStream;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.PROTOBUF_IN_ONE_PACKAGE)
final class UsesProtobuf {
    static final Class<?> USED = CodedInputStream.class;
}
