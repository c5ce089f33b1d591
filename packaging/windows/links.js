// Adds to an .msi what Windows must know so that links which begin with signalbox:// are handed to the program. jpackage can
// register kinds of files, and no links. What is added belongs to the component of the launcher, so it goes with it.
//
//     cscript //nologo links.js FILE
//
// Ends with 1, and leaves the file as it was, when the .msi is not as expected. Source: Windows Installer, "Registry Table";
// "Registering an Application to a URI Scheme" (Microsoft Learn).

var TRANSACT = 1
var CURRENT_USER = 1
var LAUNCHER = 'Signalbox.exe'
var SCHEME = 'Software\\Classes\\signalbox'

function rows(database, query, columns) {
  var view = database.OpenView(query)
  view.Execute()
  var found = []
  for (var record = view.Fetch(); record; record = view.Fetch()) {
    var row = []
    for (var i = 1; i <= columns; i++) {
      row.push(record.StringData(i))
    }
    found.push(row)
  }
  view.Close()
  return found
}

function launcher(database) {
  var found = []
  var files = rows(database, 'SELECT `File`, `Component_`, `FileName` FROM `File`', 3)
  for (var i = 0; i < files.length; i++) {
    // SHORT|LONG, or one name that is both.
    if (files[i][2].split('|').pop() === LAUNCHER) {
      found.push(files[i])
    }
  }
  if (found.length !== 1) {
    throw new Error(found.length + ' files are called ' + LAUNCHER)
  }
  return { file: found[0][0], component: found[0][1] }
}

function mustRun(database, action) {
  var query = "SELECT `Action` FROM `InstallExecuteSequence` WHERE `Action` = '" + action + "'"
  if (rows(database, query, 1).length !== 1) {
    throw new Error('the installer does not run ' + action)
  }
}

// An empty name is the key's own value; a value that is left out is an empty one. None of them has a single quote.
function add(database, id, key, name, value, component) {
  var columns = ['Registry', 'Key', 'Name', 'Value', 'Component_']
  var values = [id, key, name, value, component]
  var named = ['`Root`']
  var given = [CURRENT_USER]
  for (var i = 0; i < values.length; i++) {
    if (values[i] !== '') {
      named.push('`' + columns[i] + '`')
      given.push("'" + values[i] + "'")
    }
  }
  var view = database.OpenView('INSERT INTO `Registry` (' + named.join(', ') + ') VALUES (' + given.join(', ') + ')')
  view.Execute()
  view.Close()
}

try {
  var installer = new ActiveXObject('WindowsInstaller.Installer')
  var database = installer.OpenDatabase(WScript.Arguments(0), TRANSACT)
  var program = launcher(database)
  mustRun(database, 'WriteRegistryValues')
  mustRun(database, 'RemoveRegistryValues')
  var path = '[#' + program.file + ']'
  add(database, 'SignalboxLink', SCHEME, '', 'URL:Signalbox', program.component)
  add(database, 'SignalboxLinkMark', SCHEME, 'URL Protocol', '', program.component)
  add(database, 'SignalboxLinkIcon', SCHEME + '\\DefaultIcon', '', path + ',0', program.component)
  // Whatever a page wrote into a link, quotes too: behind the two dashes nothing is an option.
  add(database, 'SignalboxLinkOpen', SCHEME + '\\shell\\open\\command', '', '"' + path + '" -- "%1"',
    program.component)
  database.Commit()
} catch (failure) {
  WScript.Echo('links were not added: ' + failure.message)
  WScript.Quit(1)
}
