package semblance.app.cli;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the program's jar.
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[]{"Semblance " + (version == null ? "(development)" : version)};
    }
}
