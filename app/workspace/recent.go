package workspace

// recent remembers what was asked for lately: at most twice most answers. When
// the newer half is full it becomes the older one, and what was in that and was
// not asked for since is forgotten.
type recent[K comparable, V any] struct {
	most       int
	now, older map[K]V
}

func (r *recent[K, V]) get(k K) (V, bool) {
	if v, ok := r.now[k]; ok {
		return v, true
	}
	v, ok := r.older[k]
	if ok {
		r.put(k, v)
	}
	return v, ok
}

func (r *recent[K, V]) put(k K, v V) {
	if r.now == nil || len(r.now) >= r.most {
		r.now, r.older = make(map[K]V), r.now
	}
	r.now[k] = v
}

// size is how many answers are remembered.
func (r *recent[K, V]) size() int { return len(r.now) + len(r.older) }
