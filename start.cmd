@echo off
rem Kennisbank Relationeel Werken op Windows. Dubbelklik: bekijk de kennisbank in je browser.
rem In een opdrachtvenster: ".\start.cmd check", ".\start.cmd new" enzovoort.
rem
rem Only ASCII here, and no chcp: cmd reads this file in the code page of the machine, and Python
rem writes to the console in Unicode whatever that code page is. No blocks in parentheses: a
rem bracket in a path would end them. "call" before python: a python.bat would not come back.
rem Not "if errorlevel 1": a program that Windows had to end has a negative status.
setlocal EnableExtensions DisableDelayedExpansion
title Kennisbank Relationeel Werken
set "PYTHONUTF8=1"
set "PYTHONPATH=scripts"
set "PYTHONHOME="
set "NO_MKDOCS_2_WARNING=1"
set "LOCK=requirements-site.lock"
set "ADDRESS=http://127.0.0.1:8000/"
set "PY="

rem Not in this folder: Documents often lies in OneDrive, which would copy thousands of small files.
rem LOCALAPPDATA is on this computer alone, and needs no rights. All copies of the folder share it.
set "VENV=%LOCALAPPDATA%\Kennisbank\venv"
if not defined LOCALAPPDATA set "VENV=.venv"

rem pushd, not cd: it also goes to a folder on the network.
pushd "%~dp0"
if not exist "%LOCK%" goto not_unpacked
if not exist "%VENV%\Scripts\python.exe" if exist ".venv\Scripts\python.exe" set "VENV=.venv"
if not exist "%VENV%\Scripts\python.exe" goto install

rem install.py does nothing when all is there. Status 3: the parts cannot be had. Any other one:
rem this Python does not run, because the one that it was made from is gone.
:parts
"%VENV%\Scripts\python.exe" scripts\install.py "%LOCK%"
if "%ERRORLEVEL%"=="0" goto run
if "%ERRORLEVEL%"=="3" goto no_parts
if defined PY goto no_venv
goto install

:run
if /i "%~1"=="packages" goto packages
if /i "%~1"=="publish" goto packages
if not "%~1"=="" goto command
"%VENV%\Scripts\python.exe" -c "import socket; socket.create_connection(('127.0.0.1', 8000), 1)" >nul 2>&1
if "%ERRORLEVEL%"=="0" goto running
echo.
echo De kennisbank opent zo in je browser: %ADDRESS%
echo Bewaar je een record, dan vernieuwt de pagina vanzelf.
echo Stoppen: sluit dit venster. Of druk op Ctrl+C, en typ J of Y als Windows iets vraagt.
echo.
"%VENV%\Scripts\python.exe" -m mkdocs serve --open
if not "%ERRORLEVEL%"=="0" goto stopped
popd
exit /b 0

:running
echo.
echo Op %ADDRESS% draait al iets. Meestal is dat de kennisbank, in een ander venster.
echo Je browser gaat daarheen. Zie je iets anders? Sluit dat programma en start opnieuw.
start "" "%ADDRESS%"
popd
echo.
pause
exit /b 0

:packages
"%VENV%\Scripts\python.exe" scripts\install.py "requirements-packages.lock"
if not "%ERRORLEVEL%"=="0" goto no_parts

:command
"%VENV%\Scripts\python.exe" -m kennisbank %*
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:install
call :probe py -3.14
call :probe py -3.13
call :probe py -3.12
call :probe py -3.11
call :probe py -3
call :probe python
call :probe python3
if not defined PY goto no_python
echo De eerste keer, en na een nieuwe versie, duurt dit een paar minuten.
echo.
echo [1/2] Python klaarzetten in "%VENV%"
call %PY% -m venv --clear "%VENV%"
if not "%ERRORLEVEL%"=="0" goto no_venv
if exist "%VENV%\Scripts\python.exe" goto made
rem A Python from the Microsoft Store keeps to itself what it writes there; then in this folder.
set "VENV=.venv"
call %PY% -m venv --clear "%VENV%"
if not "%ERRORLEVEL%"=="0" goto no_venv

:made
echo [2/2] Onderdelen ophalen en installeren
goto parts

rem The lock names ready-made parts for Python 3.11 to 3.14; a newer one would have to compile them.
rem "<nul": a Python that wants to ask something may not wait for an answer that nobody sees.
:probe
if defined PY exit /b 0
call %* -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" <nul >nul 2>&1
if "%ERRORLEVEL%"=="0" set "PY=%*"
exit /b 0

:not_unpacked
echo.
echo Naast dit bestand ontbreekt "%LOCK%".
echo Staat de kennisbank nog in een zip-bestand? Klik er rechts op en kies "Alles uitpakken".
goto failed

:no_python
echo.
echo Er is geen Python 3.11, 3.12, 3.13 of 3.14 gevonden.
echo 1. Ga naar www.python.org/downloads/windows en zoek de bovenste Python 3.14.
echo 2. Kies daar "Windows installer (64-bit)" en open wat je hebt opgehaald.
echo 3. Vink "Add python.exe to PATH" aan. Vraagt Windows om een beheerder, en ben je dat niet?
echo    Haal dan het vinkje weg bij "Use admin privileges when installing py.exe".
echo 4. Dubbelklik daarna opnieuw op start.cmd. Een andere Python mag blijven staan.
goto failed

:no_venv
echo.
echo Python kon zich niet klaarzetten in "%VENV%"; hierboven staat waarom.
echo Is er nog een venster van de kennisbank open? Sluit het en probeer het opnieuw.
goto failed

:no_parts
echo.
echo Het ophalen van de onderdelen is niet gelukt; hierboven staat waarom.
echo Is er internet? Is er nog een venster van de kennisbank open? Sluit het en start opnieuw.
echo Staat de map diep in andere mappen? Zet haar dan in je eigen map, naast Documenten.
goto failed

:stopped
echo.
echo De kennisbank is gestopt met een fout; hierboven staat waarom.
echo Gaat het over adres of poort 8000? Sluit dan het andere venster van de kennisbank.
goto failed

:failed
popd
echo.
pause
exit /b 1
