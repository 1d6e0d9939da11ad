# The Windows half of the launcher: finds a JDK, builds Semblance when its sources are newer than the last build,
# writes the class path as an argument file and prints the path of java.exe. Messages go to standard error.

$ErrorActionPreference = 'Stop'
$requiredJava = 25
$root = (Resolve-Path "$PSScriptRoot\..\..\..\..").Path
$built = "$root\app\target\launcher"
$stamp = "$built\stamp"
$log = "$built\build.log"

function Fail($message) {
    [Console]::Error.WriteLine("semblance: $message")
    exit 1
}

function Test-Jdk($jdk) {
    if (-not $jdk -or -not (Test-Path "$jdk\bin\javac.exe") -or -not (Test-Path "$jdk\release")) { return $false }
    $line = Select-String -Path "$jdk\release" -Pattern '^JAVA_VERSION="(\d+)'
    return $line -and [int]$line.Matches[0].Groups[1].Value -ge $requiredJava
}

function Find-Jdk {
    if ($env:SEMBLANCE_JAVA_HOME) {
        if (Test-Jdk $env:SEMBLANCE_JAVA_HOME) { return $env:SEMBLANCE_JAVA_HOME }
        Fail "SEMBLANCE_JAVA_HOME is $env:SEMBLANCE_JAVA_HOME, which is no JDK $requiredJava or newer."
    }
    $java = Get-Command java.exe -ErrorAction SilentlyContinue
    $candidates = @($env:JAVA_HOME)
    if ($java) { $candidates += Split-Path (Split-Path $java.Source) }
    $vendors = 'Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft'
    $candidates += Get-ChildItem -Directory -ErrorAction SilentlyContinue ($vendors | ForEach-Object { "$env:ProgramFiles\$_\*" }) | ForEach-Object FullName
    $candidates += Get-ChildItem -Directory -ErrorAction SilentlyContinue "$env:USERPROFILE\.jdks\*" | ForEach-Object FullName
    foreach ($jdk in $candidates) { if (Test-Jdk $jdk) { return $jdk } }
    Fail "no JDK $requiredJava or newer found. Install JDK $requiredJava, for example Temurin $requiredJava (https://adoptium.net), or set SEMBLANCE_JAVA_HOME to the folder of one."
}

function Test-UpToDate {
    foreach ($file in $stamp, "$built\classpath.options", "$built\window.options") { if (-not (Test-Path $file)) { return $false } }
    $since = (Get-Item $stamp).LastWriteTimeUtc
    $poms = 'pom.xml', 'model\pom.xml', 'indexer\pom.xml', 'app\pom.xml' | ForEach-Object { Get-Item "$root\$_" }
    $sources = Get-ChildItem -Recurse "$root\model\src\main", "$root\indexer\src\main", "$root\app\src\main"
    $options = Get-Item "$root\.mvn", "$root\.mvn\maven.config" -ErrorAction SilentlyContinue
    return -not (@($poms) + @($sources) + @($options) | Where-Object { $_.LastWriteTimeUtc -gt $since } | Select-Object -First 1)
}

function Build($jdk) {
    if (-not (Get-Command mvn.cmd -ErrorAction SilentlyContinue)) {
        Fail 'mvn is not on the PATH. Install Maven 3.8.6 or newer: the first start builds Semblance.'
    }
    [Console]::Error.WriteLine('Building Semblance (first start, and when its sources have changed; about a minute)...')
    $begun = Get-Date
    $env:JAVA_HOME = $jdk
    # Through cmd, because PowerShell takes what a program writes to standard error for its own errors.
    cmd /c "mvn -B -f `"$root\pom.xml`" package -pl app -am -Dmaven.test.skip -Dspotless.check.skip > `"$log`" 2>&1 < nul"
    if ($LASTEXITCODE -ne 0) {
        Select-String -Path $log -SimpleMatch '[ERROR]' | Select-Object -First 12 | ForEach-Object { [Console]::Error.WriteLine($_.Line) }
        Fail "the build failed. Its log: $log"
    }
    $jars = 'model', 'indexer', 'app' | ForEach-Object { "$root\$_\target\semblance-$_.jar" }
    $classPath = (@($jars) + (Get-Content "$built\dependencies")) -join ';'
    # Argument files read a backslash as an escape; Java takes slashes. No byte order mark: it would be part of "-cp".
    [IO.File]::WriteAllText("$built\classpath.options", "-cp `"$($classPath.Replace('\', '/'))`"")
    $modulePath = (Get-Content "$built\javafx").Replace('\', '/')
    [IO.File]::WriteAllText("$built\window.options", "--module-path `"$modulePath`" --add-modules javafx.controls --enable-native-access=javafx.graphics")
    Set-Content $stamp ''
    (Get-Item $stamp).LastWriteTime = $begun
}

$jdk = Find-Jdk
if (-not (Test-UpToDate)) {
    New-Item -ItemType Directory -Force $built | Out-Null
    $lock = [Threading.Mutex]::new($false, 'semblance-build')
    try { $lock.WaitOne() | Out-Null } catch [Threading.AbandonedMutexException] { }
    try { if (-not (Test-UpToDate)) { Build $jdk } } finally { $lock.ReleaseMutex() }
}
"$jdk\bin\java.exe"
