# Makes the .msi of the image that `mvn -q -Pinstaller verify` left in target/installer/image, on Windows. Needs WiX, which
# jpackage calls. Signs when the key is in the environment; without it the .msi is made all the same and says so.
#
# SIGNING_CERTIFICATE  a code-signing certificate with its key, PKCS#12, base64
# SIGNING_PASSWORD     its password
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot '..\..')
$image = 'target\installer\image\Signalbox'
$out = 'target\installer\out'
if (-not (Test-Path $image)) { throw 'no image: run mvn -q -Pinstaller verify' }
New-Item -ItemType Directory -Force $out | Out-Null

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

function Add-Signature([string]$File) {
    if (-not $env:SIGNING_CERTIFICATE) { Write-Output "not signed: $File (SIGNING_CERTIFICATE is not set)"; return }
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
        Sort-Object FullName | Select-Object -Last 1
    $key = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
    try {
        [IO.File]::WriteAllBytes($key, [Convert]::FromBase64String($env:SIGNING_CERTIFICATE))
        # jpackage's launcher is read-only.
        Set-ItemProperty $File -Name IsReadOnly -Value $false
        Invoke-Checked $signtool.FullName @('sign', '/fd', 'SHA256', '/td', 'SHA256', '/tr', 'http://timestamp.digicert.com',
            '/f', $key, '/p', $env:SIGNING_PASSWORD, $File)
    } finally {
        Remove-Item -Force -ErrorAction SilentlyContinue $key
    }
}

$version = (Get-Content "$image\app\Signalbox.cfg" | Select-String 'jpackage.app-version=(.+)$').Matches[0].Groups[1].Value
$jpackage = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\jpackage.exe' } else { 'jpackage' }
Add-Signature "$image\Signalbox.exe"
# Whatever an earlier run left would be taken for what this one makes.
Remove-Item -Force "$out\*.msi"
# The code below names the product for ever: a newer installer replaces an older one by it. It must not change.
# The folder is below %LOCALAPPDATA% and nobody chooses another one: the uninstaller removes it with all that is in it, so
# it must never be the one where the console keeps the vault, the journal and the settings, %LOCALAPPDATA%\Signalbox.
Invoke-Checked $jpackage @('--type', 'msi', '--name', 'Signalbox', '--app-image', $image, '--app-version', $version,
    '--vendor', 'Signalbox contributors', '--description', 'A desktop release-control console',
    '--license-file', 'LICENSE', '--win-per-user-install', '--install-dir', 'Programs\Signalbox', '--win-menu',
    '--win-shortcut-prompt', '--win-upgrade-uuid', '5f0e2f0c-5d0c-4d3f-9a55-6f1c2b7f8a31', '--dest', $out)
$msi = Get-ChildItem "$out\*.msi" | Select-Object -First 1
$named = Join-Path $out "signalbox-$version-windows-x64.msi"
Move-Item -Force $msi.FullName $named
Invoke-Checked 'cscript' @('//nologo', (Join-Path $PSScriptRoot 'links.js'), (Resolve-Path $named).Path)
Add-Signature $named
$sum = (Get-FileHash -Algorithm SHA256 $named).Hash.ToLowerInvariant()
[IO.File]::WriteAllText((Join-Path (Resolve-Path $out) 'SHA256SUMS'), "$sum  $(Split-Path -Leaf $named)`n")
