@echo off
rem Starts Semblance from its sources; prepare.ps1 finds the JDK, builds when needed and prints the path of java.exe.
setlocal DisableDelayedExpansion
set "SEMBLANCE_ROOT=%~dp0"
set "SEMBLANCE_JAVA="
rem ONNX Runtime reports to its makers unless it is told not to.
set "ORT_DISABLE_TELEMETRY=1"
for /f "usebackq delims=" %%j in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%SEMBLANCE_ROOT%app\src\main\launcher\prepare.ps1"`) do set "SEMBLANCE_JAVA=%%j"
if not defined SEMBLANCE_JAVA exit /b 1
"%SEMBLANCE_JAVA%" "@%SEMBLANCE_ROOT%app\src\main\launcher\jvm.options" "@%SEMBLANCE_ROOT%app\target\launcher\classpath.options" semblance.app.Main %*
exit /b %ERRORLEVEL%
