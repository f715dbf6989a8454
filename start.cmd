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
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
set "NO_MKDOCS_2_WARNING=1"
set "LOCK=requirements-site.lock"
set "INSTALLED=.venv\installed-site.lock"
set "VENV_PYTHON=.venv\Scripts\python.exe"
set "ADDRESS=http://127.0.0.1:8000/"

rem pushd, not cd: it also goes to a folder on the network.
pushd "%~dp0"
if not exist "%LOCK%" goto not_unpacked
if not exist "%VENV_PYTHON%" goto install
"%VENV_PYTHON%" -c "import filecmp, sys; sys.exit(not filecmp.cmp(*sys.argv[1:], False))" "%LOCK%" "%INSTALLED%" >nul 2>&1
if not "%ERRORLEVEL%"=="0" goto install

:run
if not "%~1"=="" goto command
"%VENV_PYTHON%" -c "import socket; socket.create_connection(('127.0.0.1', 8000), 1)" >nul 2>&1
if "%ERRORLEVEL%"=="0" goto running
echo.
echo De kennisbank opent zo in je browser: %ADDRESS%
echo Bewaar je een record, dan vernieuwt de pagina vanzelf.
echo Stoppen: sluit dit venster. Of druk op Ctrl+C, en typ J of Y als Windows iets vraagt.
echo.
"%VENV_PYTHON%" -m mkdocs serve --open
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

:command
"%VENV_PYTHON%" -m kennisbank %*
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:install
set "PY="
call :probe py -3.14
call :probe py -3.13
call :probe py -3.12
call :probe py -3.11
call :probe py -3
call :probe python
call :probe python3
if not defined PY goto no_python
echo De eerste keer, en na een nieuwe versie, duurt dit een paar minuten. Dit venster blijft dan stil.
echo.
echo [1/2] Python klaarzetten in de map .venv
call %PY% -m venv --clear .venv
if not "%ERRORLEVEL%"=="0" goto no_venv
echo [2/2] Onderdelen ophalen en installeren
"%VENV_PYTHON%" -m pip install --quiet --require-hashes -r "%LOCK%"
if not "%ERRORLEVEL%"=="0" goto no_parts
copy /b /y "%LOCK%" "%INSTALLED%" >nul
goto run

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
echo 3. Vink bij het installeren "Add python.exe to PATH" aan.
echo 4. Dubbelklik daarna opnieuw op start.cmd. Een andere Python mag blijven staan.
goto failed

:no_venv
echo.
echo Python kon de map .venv niet maken; hierboven staat waarom.
echo Is er nog een venster van de kennisbank open? Sluit het en probeer het opnieuw.
goto failed

:no_parts
echo.
echo Het ophalen van de onderdelen is niet gelukt; hierboven staat waarom.
echo Is er internet? Start dit bestand opnieuw: het begint dan vanzelf opnieuw.
echo Staat de map diep in andere mappen? Zet haar dan korter, zoals C:\kennisbank.
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
