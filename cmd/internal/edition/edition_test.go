package edition

import (
	"runtime/debug"
	"testing"
)

func TestBuilt(t *testing.T) {
	setting := func(key, value string) debug.BuildSetting { return debug.BuildSetting{Key: key, Value: value} }
	revision := setting("vcs.revision", "1078cee9a2b1c3d4e5f60718293a4b5c6d7e8f90")
	for name, tt := range map[string]struct {
		settings []debug.BuildSetting
		want     string
	}{
		"a clone":         {[]debug.BuildSetting{revision, setting("vcs.modified", "false")}, "bản thử (1078cee9a2b1)"},
		"a changed clone": {[]debug.BuildSetting{revision, setting("vcs.modified", "true")}, "bản thử (1078cee9a2b1, đã sửa)"},
		"go run":          {[]debug.BuildSetting{setting("GOOS", "linux")}, "bản thử (không rõ commit)"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Built(&debug.BuildInfo{Settings: tt.settings}); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}
