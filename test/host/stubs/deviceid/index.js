// Stands in for the native @vscode/deviceid: no machine is ever identified.
exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';
