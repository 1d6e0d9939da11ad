@echo off
rem Starts Semblance from its sources; prepare.ps1 finds the JDK, builds when needed and prints the path of java.exe.
setlocal DisableDelayedExpansion
set "SEMBLANCE_ROOT=%~dp0"
set "SEMBLANCE_JAVA="
rem ONNX Runtime reports to its makers unless it is told not to.
set "ORT_DISABLE_TELEMETRY=1"
for /f "usebackq delims=" %%j in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%SEMBLANCE_ROOT%app\src\main\launcher\prepare.ps1"`) do set "SEMBLANCE_JAVA=%%j"
if not defined SEMBLANCE_JAVA exit /b 1
rem JavaFX comes as modules, which cost time at every start; only the window needs them.
set SEMBLANCE_WINDOW="@%SEMBLANCE_ROOT%app\target\launcher\window.options"
for %%c in (index search similar tag folders status failures models eval bench doctor -h --help -V --version help) do if "%~1"=="%%c" set "SEMBLANCE_WINDOW="
"%SEMBLANCE_JAVA%" "@%SEMBLANCE_ROOT%app\src\main\launcher\jvm.options" %SEMBLANCE_WINDOW% "@%SEMBLANCE_ROOT%app\target\launcher\classpath.options" semblance.app.Main %*
exit /b %ERRORLEVEL%
